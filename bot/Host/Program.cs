using EngagementBot.Host.Start;

return await Entry.RunAsync(args);
