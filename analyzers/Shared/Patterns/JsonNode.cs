namespace Ermine.Shared.Patterns;

/// <summary>A JSON value that knows where it stands.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Offset">UTF-16 units from the start of the text.</param>
/// <param name="Length">UTF-16 units, with quotes or brackets.</param>
/// <param name="Text">A string unescaped, a number or literal as written; empty otherwise.</param>
/// <param name="Members">The members of an object, in order.</param>
/// <param name="Items">The elements of an array, in order.</param>
internal sealed record JsonNode(JsonKind Kind, int Offset, int Length, string Text, IReadOnlyList<JsonMember> Members, IReadOnlyList<JsonNode> Items)
{
    /// <summary>What it is, as a message says it.</summary>
    public string Article => Kind switch
    {
        JsonKind.Object => "an object",
        JsonKind.Array => "an array",
        JsonKind.String => "a string",
        JsonKind.Number => "a number",
        _ => Text,
    };
}
