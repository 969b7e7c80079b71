using System.Security.Cryptography;
using System.Text;

namespace Ermine.Functions;

/// <summary>The queue that the asynchronous runs of a function travel on.</summary>
public static class RunQueue
{
    /// <summary>What the names of such queues begin with; no other queue's does.</summary>
    public const string Prefix = "fn-";

    private const int Longest = 40;
    private const int HashDigits = 8;

    /// <summary>The queue of a function: <c>fn-voting-tally</c> for <c>voting.tally</c>, shortened with a hash where it would be too long.</summary>
    public static string Of(string function)
    {
        var name = Prefix + string.Create(function.Length, function, static (text, id) =>
        {
            for (var i = 0; i < text.Length; i++) text[i] = char.IsAsciiLetterOrDigit(id[i]) ? char.ToLowerInvariant(id[i]) : '-';
        });
        return name.Length <= Longest ? name : $"{name[..(Longest - HashDigits - 1)]}-{Convert.ToHexStringLower(Hash(function).AsSpan(0, HashDigits / 2))}";
    }

    internal static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
