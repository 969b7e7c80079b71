using Ermine.Kernel;
using Ermine.Tests.Doubles;

namespace Ermine.Tests.Queues;

public sealed class QueueTriggerFactoryTests
{
    [Fact]
    public void A_function_reads_the_queue_that_its_payload_names() => Assert.Equal("votes", Queue(new QueueTriggerAttribute(), new QueueAttribute("votes")));

    [Fact]
    public void A_name_on_the_trigger_goes_before_that_of_the_payload() => Assert.Equal("ballots", Queue(new QueueTriggerAttribute("ballots"), new QueueAttribute("votes")));

    [Fact]
    public void A_function_whose_queue_nobody_names_refuses_the_start()
    {
        var function = Function(new QueueTriggerAttribute(), contract: null);

        var failure = Assert.Throws<ErmineStartupException>(() => new QueueTriggerFactory(NoServices.Instance).Create(function));

        Assert.Contains("voting.tally", failure.Message);
    }

    private static string? Queue(QueueTriggerAttribute trigger, ContractAttribute contract) => Function(trigger, contract).QueueOf();

    private static FunctionDescriptor<QueueTriggerAttribute> Function(QueueTriggerAttribute trigger, ContractAttribute? contract)
    {
        var catalog = new FunctionCatalog();
        catalog.Add("voting.tally", new FunctionAttribute(), trigger, contract, InputShape.Message, (_, _) => new(Outcome.Completed));
        return (FunctionDescriptor<QueueTriggerAttribute>)catalog.Functions[0];
    }
}
