/**
 * Files that people send us, tables that are made for them, and how both are given back.
 *
 * Responsible for: taking uploads by signed addresses, judging their content, quotas, who may read one again, and
 * removing what nobody uses; exports as far as the rows of each kind; giving documents out that others print.
 * Not responsible for: where the bytes lie (platform/storage), what a file is used for (the modules that name it).
 */
import type { AnyJob } from '../../platform/jobs/job.ts';
import { CreateUploadResolver } from './create-upload.graphql.ts';
import { ExportJobResolver, exportNodes } from './exports/export-job.graphql.ts';
import { ExportLinkResolver } from './exports/export-job.type.ts';
import { runExport } from './exports/run-export.ts';
import { StartExportResolver } from './exports/start-export.graphql.ts';
import { UploadEntity } from './upload.entity.ts';
import { documentsNodes as uploadNodes, UploadResolver } from './upload.graphql.ts';
import type { NodeSources } from '../../platform/graphql/node.ts';
import { UploadLinkResolver } from './upload.type.ts';

export { documentsPorts, type DocumentsPorts } from './documents.ports.ts';
export { documentsWordingEn } from './documents.wording.en.ts';
export { documentsWordingFr } from './documents.wording.fr.ts';
export { keepUpload } from './keep-upload.ts';
export { receivedUpload, storedUpload, type ReceivedUpload } from './received-upload.ts';
export { sweepUploads } from './sweep-uploads.ts';
export { takeOverUploads } from './take-over-uploads.ts';
export { exportPorts, type ExportOrder, type ExportSource } from './exports/export.ports.ts';
export { documentRoutes } from './printed/document-routes.ts';
export { DocumentLink, linkToPrint } from './printed/document-link.type.ts';
export {
  printedDocuments,
  type PrintDocument,
  type PrintedDocument,
} from './printed/printed-document.ports.ts';
export { UploadPurpose } from './upload-purpose.ts';
export { uploadRoutes } from './upload-routes.ts';

export const documentsEntities: readonly Function[] = [UploadEntity];
export const documentsResolvers: readonly Function[] = [
  CreateUploadResolver,
  UploadResolver,
  UploadLinkResolver,
  StartExportResolver,
  ExportJobResolver,
  ExportLinkResolver,
];
export const documentsNodes: NodeSources = [...uploadNodes, ...exportNodes];
export const documentsJobs: readonly AnyJob[] = [runExport];
