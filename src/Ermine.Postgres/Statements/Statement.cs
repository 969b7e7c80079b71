using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;

namespace Ermine.Postgres.Statements;

/// <summary>One statement of this assembly's .sql files, with its named parameters turned into numbered ones, once.</summary>
internal sealed partial class Statement
{
    private static readonly ConcurrentDictionary<string, Statement> Loaded = new(StringComparer.Ordinal);

    private readonly string[] _parameters;

    private Statement(string file, string text, string[] parameters) => (File, Text, _parameters) = (file, text, parameters);

    /// <summary>The file it stands in, such as <c>Queues/claim.sql</c>.</summary>
    public string File { get; }

    /// <summary>The text that is sent.</summary>
    public string Text { get; }

    /// <summary>The names of its parameters, in the order of their numbers.</summary>
    public IReadOnlyList<string> Parameters => _parameters;

    /// <summary>The statement in a file.</summary>
    public static Statement In(string file) => Loaded.GetOrAdd(file, static f => Parse(f, Read(f)));

    /// <summary>The same statement over the tables of another queue than <c>work</c>, or whatever stands in for it, for which it is written.</summary>
    public Statement For(string prefix, string standIn = "work") => Over($"ermine.{standIn}_", $"ermine.{prefix}_");

    /// <summary>The same statement over one table instead of another.</summary>
    public Statement Over(string standIn, string table) => new(File, Text.Replace(standIn, table, StringComparison.Ordinal), _parameters);

    /// <summary>Where a parameter stands, from zero.</summary>
    public int IndexOf(string parameter) => Array.IndexOf(_parameters, parameter) is >= 0 and var index
        ? index
        : throw new ArgumentException($"{File} has no parameter '{parameter}'; it has {string.Join(", ", _parameters)}.", nameof(parameter));

    /// <summary>The statement with values to come.</summary>
    public BoundStatement Bind() => new(this, _parameters.Length);

    /// <summary>The text of an embedded file.</summary>
    public static string Read(string file)
    {
        using var stream = typeof(Statement).Assembly.GetManifestResourceStream(file) ?? throw new InvalidOperationException($"There is no statement {file}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    private static Statement Parse(string file, string text)
    {
        var names = new List<string>();
        var numbered = Named().Replace(Comment().Replace(text, ""), name =>
        {
            if (!names.Contains(name.Groups[1].Value)) names.Add(name.Groups[1].Value);
            return $"${names.IndexOf(name.Groups[1].Value) + 1}";
        });
        return new Statement(file, numbered.Trim(), [.. names]);
    }

    [GeneratedRegex(@"--[^\n]*\n?")]
    private static partial Regex Comment();

    [GeneratedRegex(@"@([a-z_]+)")]
    private static partial Regex Named();
}
