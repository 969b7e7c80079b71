using System.Security.Cryptography;
using System.Text;

namespace Ermine.Kernel;

/// <summary>Names the queue that belongs to one function alone.</summary>
public static class FunctionQueue
{
    private const int Longest = 40;
    private const int HashLength = 8;

    /// <summary><c>fn-</c> and the function's id, its dots as hyphens; where that is more than 40 characters, shortened, with a part of its hash at the end.</summary>
    public static string Of(string functionId)
    {
        var name = $"fn-{functionId.Replace('.', '-').ToLowerInvariant()}";
        if (name.Length <= Longest) return name;

        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(functionId)))[..HashLength];
        return $"{name[..(Longest - HashLength - 1)].TrimEnd('-')}-{hash}";
    }
}
