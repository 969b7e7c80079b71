using Ermine.Benchmarks.Queues.Apps.Shared;
using ErmineQueue;

// <role> <numbers> [writes] [--Key=Value ...]: see Role; "writes" is the queue whose function stores documents.
var words = args.TakeWhile(w => !w.StartsWith("--", StringComparison.Ordinal)).ToArray();
return await Role.RunAsync(words, new ErmineSubject(words.Contains("writes"), args[words.Length..]));
