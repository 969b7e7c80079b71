using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Ermine.Postgres.Statements;

namespace Ermine.Postgres.Migrations;

/// <summary>One step of the schema <c>ermine</c>: a numbered file, which never changes once it has been released.</summary>
/// <param name="Number">Its place; the first is 1.</param>
/// <param name="Name">The file's name.</param>
/// <param name="Text">What it does.</param>
internal sealed record Migration(int Number, string Name, string Text)
{
    private const string Folder = "Migrations/";

    /// <summary>All of this build, in order.</summary>
    public static IReadOnlyList<Migration> All { get; } =
    [
        .. typeof(Migration).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal) && char.IsAsciiDigit(name[Folder.Length]))
            .Order(StringComparer.Ordinal)
            .Select(name => new Migration(int.Parse(name.AsSpan(Folder.Length, 4), CultureInfo.InvariantCulture), name[Folder.Length..], Statement.Read(name))),
    ];

    /// <summary>The SHA-256 of the text, whatever line ends the checkout has.</summary>
    public string Checksum => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));
}
