// pg-boss and graphile-worker in the roles of ../../Apps/Shared/Role.cs: node peer.mjs pg-boss|graphile-worker <role> <numbers>
// The database is named by PGHOST, PGPORT, PGUSER, PGPASSWORD and PGDATABASE.
import readline from 'node:readline';

const [, , product, role, ...words] = process.argv;
const [one, two] = words.map(Number);
const callers = 16;
const tick = () => Number(process.hrtime.bigint());
const sleep = ms => new Promise(resolve => setTimeout(resolve, ms));
const order = () => {
  const at = tick();
  const bare = JSON.stringify({ at, kind: 'order.created', pad: '' }).length;
  return { at, kind: 'order.created', pad: 'x'.repeat(256 - bare) };
};

let [count, began, done, since] = [0, -1, -1, Infinity];
const waited = [];
const tally = at => {
  count++;
  if (count === began) console.log('began');
  if (count === done) console.log('done');
  if (at >= since) waited.push((tick() - at) / 1e6);
};

// Many at a time where the backlog is long; one at a time, at once, where latency counts.
const products = {
  async 'pg-boss'(quick) {
    const { PgBoss } = await import('pg-boss');
    const boss = new PgBoss({ max: 20, useListenNotify: true });
    boss.on('error', error => console.error(error.message));
    await boss.start();
    await boss.createQueue('orders', { notify: true });
    const settings = quick
      ? { batchSize: 20, localConcurrency: 2, pollingIntervalSeconds: 0.5, notifyPollingIntervalSeconds: 5 }
      : { batchSize: 1000, localConcurrency: 2, pollingIntervalSeconds: 0.5, burstWhenBatchFull: true };
    return {
      send: message => boss.send('orders', message),
      sendMany: messages => boss.insert('orders', messages.map(data => ({ data }))),
      receive: () => boss.work('orders', settings, async jobs => { for (const job of jobs) tally(job.data.at); }),
    };
  },
  async 'graphile-worker'(quick) {
    const { makeWorkerUtils, run, Logger } = await import('graphile-worker');
    const utils = await makeWorkerUtils({ maxPoolSize: 20 });
    await utils.migrate();
    const settings = quick ? {} : { localQueue: { size: 500 }, completeJobBatchDelay: 0, failJobBatchDelay: 0 };
    return {
      send: message => utils.addJob('orders', message),
      sendMany: messages => utils.addJobs(messages.map(payload => ({ identifier: 'orders', payload }))),
      receive: () => run({
        preset: { worker: { logger: new Logger(() => () => {}), concurrentJobs: 24, maxPoolSize: 25, ...settings } },
        taskList: { orders: async message => tally(message.at) },
      }),
    };
  },
};

async function pace(total, perSecond) {
  const start = tick();
  for (let i = 0; i < total; i++) {
    const wait = i * 1000 / perSecond - (tick() - start) / 1e6;
    if (wait > 0) await sleep(wait);
    subject.send(order());
  }
}

const roles = {
  async fill() {
    for (let left = one; left > 0; left -= 1000) await subject.sendMany(Array.from({ length: Math.min(1000, left) }, order));
    console.log('done');
  },
  async send() {
    began = callers;
    await Promise.all(Array.from({ length: callers }, async () => {
      while (true) {
        const message = order();
        await subject.send(message);
        tally(message.at);
      }
    }));
  },
  async drain() {
    [began, done] = [one, one + two];
    await subject.receive();
  },
  async latency() {
    await subject.receive();
    await pace(3 * two, two);
    while (count < 3 * two) await sleep(10);
    console.log('began');
    since = tick();
    await pace(one, two);
    while (waited.length < one) await sleep(10);
    waited.sort((a, b) => a - b);
    const quantile = share => waited[Math.min(one - 1, Math.floor(share * one))].toFixed(3);
    console.log(`done ${quantile(0.5)} ${quantile(0.99)}`);
  },
};

const subject = await products[product](role === 'latency');
readline.createInterface({ input: process.stdin }).on('line', () => console.log(`count ${count}`)).on('close', () => process.exit(0));
await roles[role]();
