/** The thread that `killable-thread.ts` can end: solves a model, leaves the answer at the port, then wakes who waits for it. */
const { workerData } = require('node:worker_threads');
const library = require('javascript-lp-solver');

const { port, signal } = workerData;

function answerTo(model) {
  try {
    return { result: library.Solve(model) };
  } catch (error) {
    return { fault: String(error) };
  }
}

function wake() {
  Atomics.store(signal, 0, 1);
  Atomics.notify(signal, 0);
}

port.on('message', (model) => {
  port.postMessage(answerTo(model));
  wake();
});
wake();
