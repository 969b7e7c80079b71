using Ermine.Kernel;

namespace Ermine.Functions;

/// <summary>Calls are pushed by whoever calls, so there is no source.</summary>
internal sealed class OnDemandTriggerFactory : ITriggerFactory<OnDemandAttribute>
{
    public ITriggerSource? Create(FunctionDescriptor<OnDemandAttribute> function) => null;
}
