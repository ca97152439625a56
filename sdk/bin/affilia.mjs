#!/usr/bin/env node
import { pushDocuments } from './push-documents.mjs';
import { wordsOfMachine } from './words.mjs';

// 0: all is as it should be. 1: something was refused. 2: the command itself was wrong. 3: the service was not reached.
const words = wordsOfMachine();
const [noun, verb, ...rest] = process.argv.slice(2);
if (noun === 'documents' && verb === 'push') {
  process.exitCode = await pushDocuments(rest, words);
} else {
  console.error(words.usage);
  process.exitCode = 2;
}
