namespace Ermine.Generator.Emitting;

/// <summary>The attribute of generated code that makes attributes again which their author has put on a value. Those that count a list, or
/// compare with another property, say of themselves that trimming may take what they reflect on. The author is told so where they stand; here
/// it would be an error in code that nobody can edit, and mostly a wrong one: the condition is written out, and the attribute makes the message.</summary>
internal static class TrimmingAttribute
{
    public const string Line = """[global::System.Diagnostics.CodeAnalysis.UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "It is told where the attribute stands.")]""";
}
