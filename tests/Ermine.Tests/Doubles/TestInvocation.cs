using System.Diagnostics;
using Ermine.Kernel;

namespace Ermine.Tests.Doubles;

internal sealed class TestInvocation : Invocation
{
    public TestInvocation(FunctionDescriptor function, int attempt = 1, IServiceProvider? services = null, ActivityContext parent = default)
    {
        (Function, Attempt) = (function, attempt);
        RootServices = services ?? NoServices.Instance;
        Parent = parent;
    }

    public override string IdempotencyKey => "test";

    public override ActivityContext Parent { get; }

    protected override IServiceProvider RootServices { get; }
}
