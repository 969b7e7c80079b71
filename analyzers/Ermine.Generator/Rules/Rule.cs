using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Rules;

/// <summary>Makes the descriptors of rules, so that each says in one place its id, what is wrong, why it matters here, and what to do.</summary>
internal static class Rule
{
    private const string Pages = "https://github.com/ermine-dotnet/ermine/blob/main/docs/rules/";

    /// <summary>The program is certain to fail or to lose data.</summary>
    public static DiagnosticDescriptor Error(string id, string title, string message) => Descriptor(id, title, message, DiagnosticSeverity.Error);

    /// <summary>The program is likely wrong.</summary>
    public static DiagnosticDescriptor Warning(string id, string title, string message) => Descriptor(id, title, message, DiagnosticSeverity.Warning);

    /// <summary>The program is right, and could be better.</summary>
    public static DiagnosticDescriptor Advice(string id, string title, string message) => Descriptor(id, title, message, DiagnosticSeverity.Info);

    /// <summary>The generator leaves the function out, so the host refuses to start: hiding the message would hide the reason.</summary>
    public static DiagnosticDescriptor Omission(string id, string title, string message) =>
        Descriptor(id, title, message, DiagnosticSeverity.Error, WellKnownDiagnosticTags.NotConfigurable);

    private static DiagnosticDescriptor Descriptor(string id, string title, string message, DiagnosticSeverity severity, params string[] tags) =>
        new(id, title, message, "Ermine", severity, isEnabledByDefault: true, helpLinkUri: $"{Pages}{id}.md", customTags: tags);
}
