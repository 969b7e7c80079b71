namespace ErmineQueue;

/// <summary>The one subscriber of a bus.</summary>
public sealed class Occasions(Counter counter)
{
    /// <summary>The rule of all subscribers.</summary>
    public const string Rule = """{ "source": ["bench"], "detail": { "kind": [{ "prefix": "order." }] } }""";

    [Function, EventRule(Rule, Bus = "one")]
    public void Take(Occasion occasion) => counter.Add(occasion.At);
}
