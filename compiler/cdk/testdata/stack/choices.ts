// Compiled by orklint from the workflow choices; change its .ork file instead.

import { Duration, Stack, StackProps } from 'aws-cdk-lib';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';

export class ChoicesStack extends Stack {
  readonly stateMachine: sfn.StateMachine;

  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    const check = new sfn.Choice(this, 'check', { inputPath: '$.order' });
    const wait30s = new sfn.Wait(this, 'wait_30s', {
      time: sfn.WaitTime.duration(Duration.seconds(30)),
    });
    const accept = new sfn.Pass(this, 'accept', {
      result: sfn.Result.fromObject({ accepted: true }),
      resultPath: '$.answer',
    });
    const reject = new sfn.Fail(this, 'reject', {
      errorPath: '$.error',
      causePath: "States.Format('{}', $.cause)",
    });
    check
      .when(sfn.Condition.not(sfn.Condition.isPresent('$.price')), reject)
      .when(sfn.Condition.isNotBoolean('$.vip'), reject)
      .when(
        sfn.Condition.or(
          sfn.Condition.and(
            sfn.Condition.numberLessThanEquals('$.price', 99.5),
            sfn.Condition.numberGreaterThanJsonPath('$.limit', '$.price'),
          ),
          sfn.Condition.stringMatches('$.kind', 'spare-*'),
          sfn.Condition.timestampLessThan('$.due', '2030-01-01T00:00:00Z'),
        ),
        accept,
        { comment: 'Cheap, or of a kind that is wanted' },
      )
      .when(sfn.Condition.booleanEquals('$.paid', true), wait30s)
      .otherwise(accept);
    wait30s.next(check);

    const definition = check;
    this.stateMachine = new sfn.StateMachine(this, 'choices', {
      definitionBody: sfn.DefinitionBody.fromChainable(definition),
      tracingEnabled: true,
    });
  }
}
