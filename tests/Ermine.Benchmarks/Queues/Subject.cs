namespace Ermine.Benchmarks.Queues;

/// <summary>A queue that is measured, and how a process of it is started; its roles are those of <c>Apps/Shared/Role.cs</c>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Words">The program, and what stands before the role.</param>
internal sealed record Subject(string Name, IReadOnlyList<string> Words);
