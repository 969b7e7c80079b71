using Ermine.Shared.Patterns;

namespace Ermine.Generator.Rules.Events;

/// <summary>A value of an example, with the names that lead to it.</summary>
/// <param name="Path">The names, joined with dots.</param>
/// <param name="Value">The value.</param>
/// <param name="Elements">Of each array on the way whose elements hold objects or arrays: in which element it stands.</param>
internal sealed record ExampleValue(string Path, JsonNode Value, IReadOnlyDictionary<int, int> Elements)
{
    /// <summary>Whether it may stand for a field beside values of the chosen elements.</summary>
    public bool Agrees(IReadOnlyDictionary<int, int> chosen)
    {
        foreach (var element in Elements)
        {
            if (chosen.TryGetValue(element.Key, out var index) && index != element.Value) return false;
        }

        return true;
    }
}
