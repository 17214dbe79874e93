// Writes the program that puts several stacks into one CDK app.

// appOf returns TypeScript that makes each of stacks, [{id, file, class, folder}], in its folder.
export function appOf(stacks) {
  const text = JSON.stringify;
  return [
    "import { App } from 'aws-cdk-lib';",
    ...stacks.map((stack, i) => `import { ${stack.class} as Stack${i} } from ${text('./' + stack.file.replace(/\.ts$/, '.js'))};`),
    'const app = new App();',
    'const root = process.cwd();',
    ...stacks.flatMap(({ id, folder = '.' }, i) => [`process.chdir(root + '/' + ${text(folder)});`, `new Stack${i}(app, ${text(id)});`]),
    'process.chdir(root);',
    'app.synth();',
    '',
  ].join('\n');
}
