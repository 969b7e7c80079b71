using System.Collections.Concurrent;

namespace Ermine.Identity.Toy;

/// <summary>Who did what, as functions saw it.</summary>
public sealed class Ledger
{
    private readonly ConcurrentQueue<string> _deeds = [];

    /// <summary>The deeds so far.</summary>
    public IReadOnlyList<string> Deeds => [.. _deeds];

    /// <summary>Notes a deed.</summary>
    public void Add(string? who, string what) => _deeds.Enqueue($"{who ?? "nobody"}: {what}");
}
