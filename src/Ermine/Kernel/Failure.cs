using System.Security.Cryptography;
using System.Text;

namespace Ermine.Kernel;

/// <summary>Why a message was given up.</summary>
/// <param name="Function">The id of the function that gave it up.</param>
/// <param name="Reason">One line, without any payload.</param>
public sealed record Failure(string Function, string Reason)
{
    private const int LongestDetail = 8_000;

    /// <summary>One line, without any payload; a zero character, which cannot be stored, is shown by its sign.</summary>
    public string Reason { get; init => field = ZeroCharacter.Shown(value); } = ZeroCharacter.Shown(Reason);

    /// <summary>The full name of the exception's type, if one was thrown.</summary>
    public string? Exception { get; init; }

    /// <summary>The exception with its stack, at most 8,000 characters.</summary>
    public string? Detail { get; init => field = ZeroCharacter.Shown(value); }

    /// <summary>The same for failures of one kind: those that the same function made at the same place, whatever numbers their reasons name.</summary>
    public string Fingerprint { get; init; } = FingerprintOf(Function, Worded(Reason), "");

    /// <summary>The failure that an outcome tells of.</summary>
    public static Failure Of(FunctionDescriptor function, Outcome outcome)
    {
        var reason = outcome.Reason ?? outcome.Kind.ToString();
        if (outcome.Exception is not { } thrown) return new Failure(function.Id, reason);

        var detail = thrown.ToString();
        return new Failure(function.Id, reason)
        {
            Exception = thrown.GetType().FullName,
            Detail = detail.Length > LongestDetail ? detail[..LongestDetail] : detail,
            Fingerprint = FingerprintOf(function.Id, thrown.GetType().FullName ?? "", PlaceOf(thrown)),
        };
    }

    /// <summary>A failure of a kind that its reason does not tell, since that names what differs from message to message.</summary>
    internal static Failure OfKind(string function, string reason, string kind) => new(function, reason) { Fingerprint = FingerprintOf(function, kind, "") };

    // The method that threw first, without file and line: what a build or a comment moves is still the same failure.
    private static string PlaceOf(Exception thrown)
    {
        while (thrown.InnerException is { } inner) thrown = inner;
        var frame = thrown.StackTrace?.TrimStart().Split('\n', 2)[0] ?? "";
        return frame.Split(" in ", 2)[0].Trim();
    }

    // Digits differ from message to message.
    private static string Worded(string reason) => string.Create(reason.Length, reason, static (text, from) =>
    {
        for (var i = 0; i < text.Length; i++) text[i] = char.IsAsciiDigit(from[i]) ? '0' : from[i];
    });

    private static string FingerprintOf(string function, string what, string where) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{function}\n{what}\n{where}")).AsSpan(0, 8));
}
