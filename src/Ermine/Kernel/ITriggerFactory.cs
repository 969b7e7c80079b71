using System.Diagnostics.CodeAnalysis;

namespace Ermine.Kernel;

/// <summary>Makes the source of work for functions with one kind of trigger. Registered as a service.</summary>
public interface ITriggerFactory<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] TTrigger> where TTrigger : TriggerAttribute
{
    /// <summary>The source for one function; null where the kind pushes its work through the <see cref="Dispatcher"/> by itself.</summary>
    ITriggerSource? Create(FunctionDescriptor<TTrigger> function);
}
