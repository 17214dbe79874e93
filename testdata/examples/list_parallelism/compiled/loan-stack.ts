// Compiled by orklint from the workflow loan; change its .ork file instead.

import { Stack, StackProps } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import * as tasks from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { PythonFunction } from '@aws-cdk/aws-lambda-python-alpha';
import { Construct } from 'constructs';

/** Decides on a loan from three independent answers. */
export class LoanStack extends Stack {
  readonly stateMachine: sfn.StateMachine;

  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    const readApplicationFn = new PythonFunction(this, 'read_application_fn', {
      entry: 'lambdas',
      index: 'main.py',
      handler: 'read_application',
      runtime: lambda.Runtime.PYTHON_3_13,
      tracing: lambda.Tracing.ACTIVE,
    });
    const findAccountsFn = new PythonFunction(this, 'find_accounts_fn', {
      entry: 'lambdas',
      index: 'main.py',
      handler: 'find_accounts',
      runtime: lambda.Runtime.PYTHON_3_13,
      tracing: lambda.Tracing.ACTIVE,
    });
    const sumBalancesFn = new PythonFunction(this, 'sum_balances_fn', {
      entry: 'lambdas',
      index: 'main.py',
      handler: 'sum_balances',
      runtime: lambda.Runtime.PYTHON_3_13,
      tracing: lambda.Tracing.ACTIVE,
    });
    const creditScoreFn = new PythonFunction(this, 'credit_score_fn', {
      entry: 'lambdas',
      index: 'main.py',
      handler: 'credit_score',
      runtime: lambda.Runtime.PYTHON_3_13,
      tracing: lambda.Tracing.ACTIVE,
    });
    const checkIdentityFn = new PythonFunction(this, 'check_identity_fn', {
      entry: 'lambdas',
      index: 'main.py',
      handler: 'check_identity',
      runtime: lambda.Runtime.PYTHON_3_13,
      tracing: lambda.Tracing.ACTIVE,
    });
    const decideFn = new PythonFunction(this, 'decide_fn', {
      entry: 'lambdas',
      index: 'main.py',
      handler: 'decide',
      runtime: lambda.Runtime.PYTHON_3_13,
      tracing: lambda.Tracing.ACTIVE,
    });

    const readApplication = new tasks.LambdaInvoke(this, 'read_application', {
      lambdaFunction: readApplicationFn,
      payloadResponseOnly: true,
    });

    const findAccounts = new tasks.LambdaInvoke(this, 'find_accounts', {
      lambdaFunction: findAccountsFn,
      payloadResponseOnly: true,
    });
    const sumBalances = new tasks.LambdaInvoke(this, 'sum_balances', {
      lambdaFunction: sumBalancesFn,
      payloadResponseOnly: true,
    });
    const creditScore = new tasks.LambdaInvoke(this, 'credit_score', {
      lambdaFunction: creditScoreFn,
      payloadResponseOnly: true,
    });
    const checkIdentity = new tasks.LambdaInvoke(this, 'check_identity', {
      lambdaFunction: checkIdentityFn,
      payloadResponseOnly: true,
    });
    const parallelizeFindAccountsCreditScoreCheckIdentity = new sfn.Parallel(this, 'parallelize_find_accounts_credit_score_check_identity').branch(
      findAccounts.next(sumBalances),
      creditScore,
      checkIdentity,
    );

    const decide = new tasks.LambdaInvoke(this, 'decide', {
      lambdaFunction: decideFn,
      payloadResponseOnly: true,
    });

    const definition = readApplication
      .next(parallelizeFindAccountsCreditScoreCheckIdentity)
      .next(decide);
    this.stateMachine = new sfn.StateMachine(this, 'loan', {
      definitionBody: sfn.DefinitionBody.fromChainable(definition),
      comment: 'Decides on a loan from three independent answers.',
      tracingEnabled: true,
    });
  }
}
