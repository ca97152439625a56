/** Makes the requests of a workload for one server: one per person of the sample, or one per page of a list. */
export async function requestsOf(workload, { server, connection, sample, publicIdOf }) {
  const make = one => requestOf(workload, server, one, publicIdOf);
  if (workload.pages === undefined) return sample.map(make);

  const { cursor } = workload[server.name];
  const requests = [];
  for (let after = null; requests.length < workload.pages;) {
    const request = make({ ...sample[0], cursor: after });
    requests.push(request);
    after = cursor(JSON.parse(await connection.send(request)));
  }
  return requests;
}

function requestOf(workload, server, one, publicIdOf) {
  const { query, values, variables, caller } = workload[server.name];
  const body = values ? values(one) : { query, variables: variables(one, { publicIdOf }) };
  const text = Buffer.from(JSON.stringify(body));
  return {
    path: values ? `/${workload.id}` : new URL(server.url).pathname,
    headers: {
      'content-type': 'application/json',
      'content-length': text.length,
      ...(caller && credentials(server[caller], one.place)),
    },
    body: text,
  };
}

const credentials = ({ key, tokens }, place) => ({
  'accept-language': 'fr-CA',
  'x-affilia-client': key,
  authorization: `Bearer ${tokens[place % tokens.length]}`,
});
