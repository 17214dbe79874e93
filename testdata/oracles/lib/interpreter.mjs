// aws-local-stepfunctions calls Promise.withResolvers, which Node has from version 22 on. Without it every task that has
// a stand-in fails, and a Catch of States.ALL would hide that; so it has to be there before the package is loaded.
Promise.withResolvers ??= function withResolvers() {
  const deferred = {};
  deferred.promise = new this((resolve, reject) => Object.assign(deferred, { resolve, reject }));
  return deferred;
};

export const { StateMachine } = await import('aws-local-stepfunctions');
