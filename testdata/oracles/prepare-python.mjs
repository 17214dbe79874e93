// Writes CDK's Python packages, once for each lock file: npm has CDK for TypeScript alone. A minute, 2.4 GB of memory.
import { prepare } from './lib/python.mjs';

console.log(await prepare());
