namespace Ermine.Functions;

/// <summary>A function that was called answered that it failed, without having thrown anything.</summary>
public sealed class CallFailedException(string function, string reason) : Exception($"{function} failed: {reason}")
{
    /// <summary>The function's id.</summary>
    public string Function { get; } = function;
}
