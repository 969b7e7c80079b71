namespace Ermine;

/// <summary>Sends a message to the dead letters at once when the function throws <typeparamref name="TException"/> or what derives from it.</summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false, AllowMultiple = true)]
public sealed class RejectOnAttribute<TException> : ExceptionPolicyAttribute where TException : Exception
{
    /// <inheritdoc/>
    public override Type Exception => typeof(TException);

    /// <inheritdoc/>
    public override int Attempts => 1;
}
