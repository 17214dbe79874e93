// Compiled by orklint from the workflow external_functions; change its .ork file instead.

import { CfnParameter, Stack, StackProps } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import * as tasks from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { Construct } from 'constructs';

export class ExternalFunctionsStack extends Stack {
  readonly stateMachine: sfn.StateMachine;

  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    const refundParameter = new CfnParameter(this, 'Refund');
    const refundFn = lambda.Function.fromFunctionArn(
      this,
      'refund_fn',
      refundParameter.valueAsString,
    );
    const auditFn = lambda.Function.fromFunctionArn(
      this,
      'audit_fn',
      'arn:aws:lambda:eu-west-1:123456789012:function:audit',
    );

    const refund = new tasks.LambdaInvoke(this, 'refund', {
      lambdaFunction: refundFn,
      payloadResponseOnly: true,
    });
    const audit = new tasks.LambdaInvoke(this, 'audit', {
      lambdaFunction: auditFn,
      payloadResponseOnly: true,
    });

    const definition = refund.next(audit);
    this.stateMachine = new sfn.StateMachine(this, 'external_functions', {
      definitionBody: sfn.DefinitionBody.fromChainable(definition),
      tracingEnabled: true,
    });
  }
}
