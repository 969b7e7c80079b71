namespace Ermine;

/// <summary>What is done when a function throws an exception of one type: <see cref="RetryOnAttribute{TException}"/> or <see cref="RejectOnAttribute{TException}"/>.</summary>
public abstract class ExceptionPolicyAttribute : Attribute
{
    /// <summary>The exception's type; what derives from it counts too.</summary>
    public abstract Type Exception { get; }

    /// <summary>Attempts before the dead letters; 0 for as many as the function has.</summary>
    public abstract int Attempts { get; }

    /// <summary>Seconds before the second attempt; 0 for the function's own.</summary>
    public virtual double Backoff => 0;
}
