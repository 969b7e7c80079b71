namespace Ermine.Shared.Patterns;

/// <summary>A part of a template: text that stands for itself, or a path whose value takes its place.</summary>
/// <param name="Text">The text as written, or the path without its brackets.</param>
/// <param name="IsPath">Whether it is a path.</param>
/// <param name="IsInString">Whether it stands within a string of the template.</param>
/// <param name="Offset">UTF-16 units from the start of the template to the text, or to the path behind its bracket.</param>
internal sealed record TemplatePart(string Text, bool IsPath, bool IsInString, int Offset);
