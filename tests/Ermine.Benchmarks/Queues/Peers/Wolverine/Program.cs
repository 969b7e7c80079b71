using Ermine.Benchmarks.Queues.Apps.Shared;
using WolverinePeer;

return await Role.RunAsync(args, new WolverineSubject(args.Contains("writes")));
