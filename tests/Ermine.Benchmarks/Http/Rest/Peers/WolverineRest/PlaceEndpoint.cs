using Ermine.Benchmarks.Http.Rest.Shared;
using Microsoft.AspNetCore.Mvc;
using Wolverine.Http;

namespace WolverineRest;

/// <summary>Takes a basket, once it is valid.</summary>
public static class PlaceEndpoint
{
    public static ProblemDetails Validate(Basket basket) => BasketValidator.Instance.Validate(basket) is { IsValid: false } result
        ? new ValidationProblemDetails(result.ToDictionary()) { Status = StatusCodes.Status400BadRequest }
        : WolverineContinue.NoProblems;

    [WolverinePost("/baskets")]
    public static Placed Post(Basket basket) => basket.Place();
}
