using System.Security.Cryptography;
using System.Text;
using Ermine.Kernel;

namespace Ermine.Functions;

/// <summary>The queue that the asynchronous runs of a function travel on.</summary>
public static class RunQueue
{
    internal const string Kind = "fn";

    /// <summary>The queue of a function: <c>fn-voting-tally</c> for <c>voting.tally</c>, shortened with a hash where it would be too long.</summary>
    public static string Of(string function) => FunctionQueue.Of(Kind, function);

    internal static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
