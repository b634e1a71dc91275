/** An error a batch reports for one of its actions, with the code and message Excel uses. */
export class Fault extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly status: number,
    public location = '',
  ) {
    super(message);
    this.name = 'Fault';
  }
}

export const itemNotFound = (): Fault => new Fault('ItemNotFound', "The requested resource doesn't exist.", 404);

export const invalidArgument = (message = 'The argument is invalid or missing or has an incorrect format.'): Fault =>
  new Fault('InvalidArgument', message, 400);

export const wrongSize = (): Fault =>
  invalidArgument("The number of rows or columns in the input array doesn't match the size or dimensions of the range.");

export const itemAlreadyExists = (): Fault =>
  new Fault('ItemAlreadyExists', 'A resource with the same name or identifier already exists.', 409);

export const invalidReference = (): Fault => new Fault('InvalidReference', 'This reference is not valid for the current operation.', 400);

export const invalidOperation = (message = 'The operation failed because it is not valid for the object.'): Fault =>
  new Fault('InvalidOperation', message, 400);

export const accessDenied = (): Fault => new Fault('AccessDenied', 'You do not have permission to perform the requested operation.', 403);

/** Strict mode: a member this host does not know never passes in silence. */
export const notImplemented = (member: string): Fault =>
  new Fault('NotImplemented', `The requested feature isn't implemented: ${member}.`, 501, member);
