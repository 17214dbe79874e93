import * as lambda from 'aws-cdk-lib/aws-lambda';
import { PythonFunction } from '@aws-cdk/aws-lambda-python-alpha';

const submitFn = new PythonFunction(this, 'submit_fn', {
  entry: 'lambdas',
  index: 'main.py',
  handler: 'submit',
  runtime: lambda.Runtime.PYTHON_3_13,
  tracing: lambda.Tracing.ACTIVE,
});
