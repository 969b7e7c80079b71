namespace ErmineQueue;

/// <summary>Ten subscribers of a bus.</summary>
public sealed class Crowd(Counter counter)
{
    [Function, EventRule(Occasions.Rule, Bus = "ten")]
    public void First(Occasion occasion) => counter.AddTenth(occasion.At);

    [Function, EventRule(Occasions.Rule, Bus = "ten")]
    public void Second(Occasion occasion) => counter.AddTenth(occasion.At);

    [Function, EventRule(Occasions.Rule, Bus = "ten")]
    public void Third(Occasion occasion) => counter.AddTenth(occasion.At);

    [Function, EventRule(Occasions.Rule, Bus = "ten")]
    public void Fourth(Occasion occasion) => counter.AddTenth(occasion.At);

    [Function, EventRule(Occasions.Rule, Bus = "ten")]
    public void Fifth(Occasion occasion) => counter.AddTenth(occasion.At);

    [Function, EventRule(Occasions.Rule, Bus = "ten")]
    public void Sixth(Occasion occasion) => counter.AddTenth(occasion.At);

    [Function, EventRule(Occasions.Rule, Bus = "ten")]
    public void Seventh(Occasion occasion) => counter.AddTenth(occasion.At);

    [Function, EventRule(Occasions.Rule, Bus = "ten")]
    public void Eighth(Occasion occasion) => counter.AddTenth(occasion.At);

    [Function, EventRule(Occasions.Rule, Bus = "ten")]
    public void Ninth(Occasion occasion) => counter.AddTenth(occasion.At);

    [Function, EventRule(Occasions.Rule, Bus = "ten")]
    public void Tenth(Occasion occasion) => counter.AddTenth(occasion.At);
}
