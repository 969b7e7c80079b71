namespace Ermine.Shared.Patterns;

/// <summary>A name of a JSON object, and its value.</summary>
/// <param name="Name">The name, unescaped.</param>
/// <param name="Offset">Where its opening quote stands.</param>
/// <param name="Length">Its length with both quotes.</param>
/// <param name="Value">The value.</param>
internal sealed record JsonMember(string Name, int Offset, int Length, JsonNode Value);
