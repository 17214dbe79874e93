// The Step Functions rules of cdk-preflight, run by the engine that aws-cdk-lib brings.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const requireFromCdk = createRequire(require.resolve('aws-cdk-lib/package.json'));
const { BUNDLED_RULES, BUNDLED_LIBS } = require('cdk-preflight/lib/rules.generated.js');
const { RegoEngine, TemplateContent } = requireFromCdk('@aws/cloudformation-validate');

const engine = new RegoEngine({
  customRules: [
    ...BUNDLED_LIBS.filter(lib => lib.name === '_lib/sfn').map(lib => ({ name: lib.name, content: lib.rego })),
    ...BUNDLED_RULES.filter(rule => rule.id.startsWith('pf-sfn')).map(rule => ({ name: rule.id, content: mended(rule) })),
  ],
});

// preflight returns what the rules object to in the definition, as "rule: message".
export function preflight(definition, express) {
  const template = {
    AWSTemplateFormatVersion: '2010-09-09',
    Resources: {
      Machine: {
        Type: 'AWS::StepFunctions::StateMachine',
        Properties: {
          RoleArn: 'arn:aws:iam::123456789012:role/machine',
          StateMachineType: express ? 'EXPRESS' : 'STANDARD',
          DefinitionString: definition,
        },
      },
    },
  };
  return engine
    .validateTemplate(new TemplateContent(JSON.stringify(template), 'template.json'))
    .diagnostics.filter(d => /ERROR|FATAL/.test(d.severity) && !falseAlarm(d))
    .map(d => `${d.ruleId}: ${d.message}`);
}

// The rule on express workflows looks for "[.sync]", a class of characters that is in nearly every resource.
function mended(rule) {
  if (rule.id !== 'pf-sfn-express-unsupported') return rule.rego;
  const wrong = 'sprintf("[%s](:2)?$", [pat])';
  if (!rule.rego.includes(wrong)) throw new Error(`${rule.id} has changed: see whether it still needs mending`);
  return rule.rego.replace(wrong, 'sprintf("[.]%s(:2)?$", [trim_prefix(pat, ".")])');
}

// The rule on JSONPath takes the key of a computed variable, "x.$", for the variable's name, and does not know that
// an error or a cause may come from an intrinsic function. AWS accepts both.
function falseAlarm({ ruleId, message }) {
  return ruleId === 'pf-sfn-asl-jsonpath-syntax'
    && (/ assigns variable '[A-Za-z]\w*\.\$'/.test(message) || / (Cause|Error)Path 'States\.\w+\(/.test(message));
}
