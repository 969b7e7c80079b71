using Ermine.Benchmarks.Http.Rest.Shared;
using Fluent;
using FluentValidation;

namespace WolverineRest;

/// <summary>The annotations of a basket, in the words of FluentValidation.</summary>
public sealed class BasketValidator : AbstractValidator<Basket>
{
    public static BasketValidator Instance { get; } = new();

    public BasketValidator()
    {
        RuleFor(basket => basket.Reference).NotEmpty().MaximumLength(64);
        RuleFor(basket => basket.Buyer).NotNull().SetValidator(new BuyerValidator());
        RuleFor(basket => basket.Lines).NotEmpty().Must(static lines => lines.Count <= 50);
        RuleForEach(basket => basket.Lines).SetValidator(new BasketLineValidator());
    }
}
