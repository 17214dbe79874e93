import { Duration } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as tasks from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { PythonFunction } from '@aws-cdk/aws-lambda-python-alpha';

const chargeFn = new PythonFunction(this, 'charge_fn', {
  entry: 'lambdas',
  index: 'main.py',
  handler: 'charge',
  runtime: lambda.Runtime.PYTHON_3_13,
  description: "Charges the customer's card, and says \"thanks\".",
  timeout: Duration.seconds(90),
  memorySize: 512,
  layers: [
    lambda.LayerVersion.fromLayerVersionArn(
      this,
      'charge_layer',
      'arn:aws:lambda:eu-west-1:123456789012:layer:shared:3',
    ),
  ],
  environment: {
    POWERTOOLS_METRICS_NAMESPACE: 'charge',
    POWERTOOLS_LOGGER_LOG_EVENT: 'false',
    POWERTOOLS_TRACER_CAPTURE_RESPONSE: 'true',
    POWERTOOLS_SERVICE_NAME: 'checkout',
    STAGE: 'prod',
  },
  tracing: lambda.Tracing.PASS_THROUGH,
  reservedConcurrentExecutions: 10,
});

const charge = new tasks.LambdaInvoke(this, 'charge', {
  lambdaFunction: chargeFn,
  payloadResponseOnly: true,
  comment: "Charges the customer's card, and says \"thanks\".",
});
