// Reads CloudFormation templates as CDK synthesizes them.
import { functionArn } from './machine.mjs';

const pseudo = { 'AWS::Partition': 'aws', 'AWS::Region': 'us-east-1', 'AWS::AccountId': '123456789012', 'AWS::URLSuffix': 'amazonaws.com' };

// machinesOf returns {logical id: definition} of the state machines in resources, what the template leaves open filled in:
// a function is functionArn(its logical id), another resource "Id" or "Id.Attribute". Logical ids are without CDK's hash.
export function machinesOf(resources) {
  const machines = {};
  refuseAmbiguous(resources);
  for (const [id, { Type: type, Properties: properties }] of Object.entries(resources)) {
    if (type === 'AWS::StepFunctions::StateMachine') machines[withoutHash(id)] = definition(properties, resources);
  }
  return machines;
}

// refuseAmbiguous throws if two functions, or two machines, could not be told apart without the hash.
function refuseAmbiguous(resources) {
  const taken = new Map();
  for (const [id, { Type: type }] of Object.entries(resources)) {
    if (!/^AWS::(Lambda::Function|StepFunctions::StateMachine)$/.test(type)) continue;
    const name = `${type} ${withoutHash(id)}`;
    if (taken.has(name)) throw new Error(`the resources ${taken.get(name)} and ${id} differ only in CDK's hash; name one otherwise`);
    taken.set(name, id);
  }
}

const withoutHash = id => id.replace(/[0-9A-F]{8}$/, '');

function definition({ DefinitionString, DefinitionSubstitutions = {} }, resources) {
  if (DefinitionString === undefined) throw new Error('the definition of a state machine is not in the template');
  const filled = valueOf(DefinitionString, resources).replace(/\$\{(\w+)\}/g, (whole, name) =>
    name in DefinitionSubstitutions ? valueOf(DefinitionSubstitutions[name], resources) : whole);
  return JSON.parse(filled);
}

function valueOf(token, resources) {
  if (typeof token === 'string') return token;
  if (token['Fn::Join']) {
    const [separator, parts] = token['Fn::Join'];
    return parts.map(part => valueOf(part, resources)).join(separator);
  }
  if (token['Fn::GetAtt']) return attribute(token['Fn::GetAtt'], resources);
  if (token.Ref) return pseudo[token.Ref] ?? withoutHash(token.Ref);
  throw new Error(`the template has a token that is not understood: ${JSON.stringify(token)}`);
}

function attribute([id, name], resources) {
  const isFunction = resources[id]?.Type === 'AWS::Lambda::Function' && name === 'Arn';
  return isFunction ? functionArn(withoutHash(id)) : `${withoutHash(id)}.${name}`;
}
