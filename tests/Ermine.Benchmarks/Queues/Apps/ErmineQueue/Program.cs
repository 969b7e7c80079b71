using Ermine.Benchmarks.Queues.Apps.Shared;
using ErmineQueue;

// <role> <numbers> [writes|runs] [--Key=Value ...]: see Role; "writes" is the queue whose function stores documents, "runs" a function whose runs are asked for.
var words = args.TakeWhile(w => !w.StartsWith("--", StringComparison.Ordinal)).ToArray();
return await Role.RunAsync(words, new ErmineSubject(words.Contains("writes"), words.Contains("runs"), args[words.Length..]));
