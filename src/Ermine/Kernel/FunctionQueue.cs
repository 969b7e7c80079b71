using System.Security.Cryptography;
using System.Text;

namespace Ermine.Kernel;

/// <summary>Names the queues that belong to one function alone.</summary>
internal static class FunctionQueue
{
    private const int Longest = 40;
    private const int HashDigits = 8;

    /// <summary><c>fn-voting-tally</c> for the kind <c>fn</c> and <c>voting.tally</c>, shortened with a hash where it would be more than 40 characters.</summary>
    public static string Of(string kind, string function)
    {
        var name = $"{kind}-" + string.Create(function.Length, function, static (text, id) =>
        {
            for (var i = 0; i < text.Length; i++) text[i] = char.IsAsciiLetterOrDigit(id[i]) ? char.ToLowerInvariant(id[i]) : '-';
        });
        return name.Length <= Longest ? name : $"{name[..(Longest - HashDigits - 1)]}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(function)).AsSpan(0, HashDigits / 2))}";
    }

    /// <summary>Adds the queues of a kind to those of an app.</summary>
    /// <exception cref="ErmineStartupException">A name is taken by the app, or two functions would share it.</exception>
    public static void AddTo(FunctionCatalog catalog, string kind, IEnumerable<string> functions)
    {
        var names = functions.Distinct(StringComparer.Ordinal).GroupBy(id => Of(kind, id)).ToArray();
        if (Array.Find(names, name => catalog.Contracts.OfType<QueueAttribute>().Any(q => q.Name == name.Key)) is { } taken)
            throw new ErmineStartupException($"The queue '{taken.Key}' belongs to the function '{taken.First()}', and a [Queue] of the app has that name: give one of them another, the function by [Function(Id = \"...\")].");
        if (Array.Find(names, name => name.Count() > 1) is { } shared)
            throw new ErmineStartupException($"The functions {string.Join(" and ", shared.Select(id => $"'{id}'"))} would share the queue '{shared.Key}': give one of them another id by [Function(Id = \"...\")].");
        foreach (var name in names) catalog.AddContract(new QueueAttribute(name.Key));
    }
}
