// Compiled by orklint from the workflow simple_chain; change its .ork file instead.

import { Stack, StackProps } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import * as tasks from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { PythonFunction } from '@aws-cdk/aws-lambda-python-alpha';
import { Construct } from 'constructs';

/** Handles a job from its submission to the invoice. */
export class SimpleChainStack extends Stack {
  readonly stateMachine: sfn.StateMachine;

  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    const submitJobFn = new PythonFunction(this, 'submit_job_fn', {
      entry: 'lambdas',
      index: 'main.py',
      handler: 'submit_job',
      runtime: lambda.Runtime.PYTHON_3_13,
      tracing: lambda.Tracing.ACTIVE,
    });
    const readResultFn = new PythonFunction(this, 'read_result_fn', {
      entry: 'lambdas',
      index: 'main.py',
      handler: 'read_result',
      runtime: lambda.Runtime.PYTHON_3_13,
      tracing: lambda.Tracing.ACTIVE,
    });
    const notifyCustomerFn = new PythonFunction(this, 'notify_customer_fn', {
      entry: 'lambdas',
      index: 'main.py',
      handler: 'notify_customer',
      runtime: lambda.Runtime.PYTHON_3_13,
      tracing: lambda.Tracing.ACTIVE,
    });
    const writeInvoiceFn = new PythonFunction(this, 'write_invoice_fn', {
      entry: 'lambdas',
      index: 'main.py',
      handler: 'write_invoice',
      runtime: lambda.Runtime.PYTHON_3_13,
      tracing: lambda.Tracing.ACTIVE,
    });
    const closeCaseFn = new PythonFunction(this, 'close_case_fn', {
      entry: 'lambdas',
      index: 'main.py',
      handler: 'close_case',
      runtime: lambda.Runtime.PYTHON_3_13,
      tracing: lambda.Tracing.ACTIVE,
    });

    const submitJob = new tasks.LambdaInvoke(this, 'submit_job', {
      lambdaFunction: submitJobFn,
      payloadResponseOnly: true,
    });
    const readResult = new tasks.LambdaInvoke(this, 'read_result', {
      lambdaFunction: readResultFn,
      payloadResponseOnly: true,
    });
    const notifyCustomer = new tasks.LambdaInvoke(this, 'notify_customer', {
      lambdaFunction: notifyCustomerFn,
      payloadResponseOnly: true,
    });
    const writeInvoice = new tasks.LambdaInvoke(this, 'write_invoice', {
      lambdaFunction: writeInvoiceFn,
      payloadResponseOnly: true,
    });
    const closeCase = new tasks.LambdaInvoke(this, 'close_case', {
      lambdaFunction: closeCaseFn,
      payloadResponseOnly: true,
    });

    const definition = submitJob
      .next(readResult)
      .next(notifyCustomer)
      .next(writeInvoice)
      .next(closeCase);
    this.stateMachine = new sfn.StateMachine(this, 'simple_chain', {
      definitionBody: sfn.DefinitionBody.fromChainable(definition),
      comment: 'Handles a job from its submission to the invoice.',
      tracingEnabled: true,
    });
  }
}
