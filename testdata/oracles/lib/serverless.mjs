// Reads AWS SAM templates.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import yaml from 'yaml';
import { machinesIn } from './template.mjs';

const require = createRequire(import.meta.url);

// serverless takes {template}, the template's text, and returns
//   problems  what is wrong with it, as "who: what": as YAML; in the eyes of AWS's CloudFormation validator, which knows
//             SAM's types; to CDK, which includes it in a stack
//   machines  {logical id: definition}, the substitutions filled in: a function is functionArn(its logical id), another
//             resource or a parameter its logical id
export async function serverless({ template }) {
  const document = yaml.parseDocument(template, { version: '1.1', customTags, logLevel: 'error' });
  const errors = [...document.errors, ...document.warnings].map(error => `yaml: ${error.message}`);
  if (errors.length) return { problems: errors, machines: {} };
  const { Resources: resources } = JSON.parse(JSON.stringify(document.toJS()));
  return {
    problems: [...validated(template, resources), ...await included(template)],
    machines: machinesIn(resources, 'AWS::Serverless::StateMachine', 'AWS::Serverless::Function'),
  };
}

// The short forms of CloudFormation's functions: !GetAtt A.Arn is {"Fn::GetAtt": ["A", "Arn"]}.
const customTags = ['Ref', 'Sub', 'GetAtt', 'Join', 'Select', 'Split'].flatMap(name => ['scalar', 'seq'].map(collection => ({
  tag: `!${name}`,
  ...(collection === 'seq' && { collection }),
  resolve: value => new Call(name, value),
})));

class Call {
  constructor(name, value) {
    this.name = name === 'Ref' ? name : `Fn::${name}`;
    this.value = value;
  }
  toJSON() {
    const value = typeof this.value === 'string' ? this.value : this.value.toJSON();
    return { [this.name]: this.name === 'Fn::GetAtt' ? value.split('.') : value };
  }
}

let engine;

function validated(template, resources) {
  const { RegoEngine, TemplateContent } = createRequire(require.resolve('aws-cdk-lib/package.json'))('@aws/cloudformation-validate');
  engine ??= new RegoEngine();
  return engine
    .validateTemplate(new TemplateContent(template, 'template.yaml'))
    .diagnostics.filter(d => /ERROR|FATAL/.test(d.severity) && !madeBySam(d.message, resources))
    .map(d => `cloudformation-validate: ${d.ruleId}: ${d.message}`);
}

// The validator does not know that SAM makes a role for a state machine that names none.
function madeBySam(message, resources) {
  const machine = message.match(/^'(\w+)Role' is not one of \[/)?.[1];
  return resources[machine]?.Type === 'AWS::Serverless::StateMachine' && !resources[machine].Properties.Role;
}

async function included(template) {
  const { App, Stack } = require('aws-cdk-lib');
  const { CfnInclude } = require('aws-cdk-lib/cloudformation-include');
  const folder = await mkdtemp(join(tmpdir(), 'template-'));
  try {
    const templateFile = join(folder, 'template.yaml');
    await writeFile(templateFile, template.replace(/^ +Roles:\n +- !Ref \w+Role\n/gm, '')); // the roles that SAM makes
    const app = new App({ outdir: join(folder, 'out') });
    new CfnInclude(new Stack(app, 'Stack'), 'Template', { templateFile });
    app.synth();
    return [];
  } catch (error) {
    return [`CDK: ${error.message}`];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
